// A library to be preloaded into the kiosk (LD_PRELOAD) for the tests that look into its memory at the moment before it
// replaces itself. It does two things that no test can do from outside, and that the kiosk must not be built for:
//
// TRACED_BLOCKS=FILE  records, for each block of the heap, who asked for it (the return address of the call), so that
//                     whatever is found in a block can be attributed to one library.
// MUTATION=NAMES      makes the program break promises, to show that the tests would notice:
//     no_exec         the process does not become a new one
//     unzeroed        what is freed, and the arena at the end, is not zeroed
//     kept            a text that is set is also kept in a std::string
//     uncancelled     jobs are not cancelled
//     logged          a text that is set is logged
//     filed           what is sent to a printer is also kept in a folder: STATE_DIRECTORY/plans

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include <cups/cups.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pango/pango.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/e2e/traced_blocks.h"

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

using pocketplan::tests::TracedBlock;
using pocketplan::tests::TracedBlocks;

TracedBlocks* table = nullptr;
std::atomic_flag busy = ATOMIC_FLAG_INIT;

// Only in the first process: the next one has the same environment, and finds the file there.
__attribute__((constructor)) void begin() {
    const char* const file = std::getenv("TRACED_BLOCKS");
    if (file == nullptr) return;
    const int descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 || ftruncate(descriptor, sizeof(TracedBlocks)) != 0) return;
    void* const mapped = mmap(nullptr, sizeof(TracedBlocks), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (mapped != MAP_FAILED) table = static_cast<TracedBlocks*>(mapped);
}

void* note(void* block, std::size_t size, void* caller) {
    if (table == nullptr || block == nullptr) return block;
    while (busy.test_and_set(std::memory_order_acquire)) {
    }
    table->note({reinterpret_cast<std::uintptr_t>(block), size, reinterpret_cast<std::uintptr_t>(caller), 0});
    busy.clear(std::memory_order_release);
    return block;
}

bool is_mutated(const char* name) {
    static const char* const mutation = std::getenv("MUTATION");
    return mutation != nullptr && std::strstr(mutation, name) != nullptr;
}

template <class Function>
Function* original(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

// libcups comes with the printer's module, after us, where RTLD_NEXT does not look.
template <class Function>
Function* original_of_cups(const char* name) {
    return reinterpret_cast<Function*>(dlsym(dlopen("libcups.so.2", RTLD_LAZY | RTLD_NOLOAD), name));
}

}  // namespace

#define CALLER __builtin_return_address(0)

extern "C" {

void* malloc(std::size_t size) {
    return note(__libc_malloc(size), size, CALLER);
}
void* calloc(std::size_t count, std::size_t size) {
    return note(__libc_calloc(count, size), count * size, CALLER);
}
void* realloc(void* block, std::size_t size) {
    return note(__libc_realloc(block, size), size, CALLER);
}
void* memalign(std::size_t alignment, std::size_t size) {
    return note(__libc_memalign(alignment, size), size, CALLER);
}

int execve(const char* path, char* const* arguments, char* const* environment) {
    if (is_mutated("no_exec")) {
        for (;;) pause();
    }
    return original<int(const char*, char* const*, char* const*)>("execve")(path, arguments, environment);
}

void explicit_bzero(void* block, std::size_t size) noexcept {
    if (!is_mutated("unzeroed")) original<void(void*, std::size_t)>("explicit_bzero")(block, size);
}
void __explicit_bzero_chk(void* block, std::size_t size, std::size_t) {
    explicit_bzero(block, size);
}

void pango_layout_set_text(PangoLayout* layout, const char* text, int length) {
    const std::string said(text, length < 0 ? std::strlen(text) : static_cast<std::size_t>(length));
    if (is_mutated("kept")) new std::string(said);
    if (is_mutated("logged")) std::fprintf(stderr, "%s\n", said.c_str());
    original<void(PangoLayout*, const char*, int)>("pango_layout_set_text")(layout, text, length);
}

http_status_t cupsWriteRequestData(http_t* http, const char* buffer, std::size_t length) {
    if (is_mutated("filed")) {
        const auto folder = std::string(std::getenv("STATE_DIRECTORY")) + "/plans";
        mkdir(folder.c_str(), 0700);
        std::FILE* const file = std::fopen((folder + "/plan-1.pdf").c_str(), "a");
        std::fwrite(buffer, 1, length, file);
        std::fclose(file);
    }
    return original_of_cups<http_status_t(http_t*, const char*, std::size_t)>("cupsWriteRequestData")(http, buffer,
                                                                                                      length);
}

ipp_t* ippNewRequest(ipp_op_t operation) {
    const bool cancels = operation == IPP_OP_CANCEL_JOB || operation == IPP_OP_CANCEL_MY_JOBS ||
                         operation == IPP_OP_CANCEL_JOBS || operation == IPP_OP_PURGE_JOBS;
    const auto asked = is_mutated("uncancelled") && cancels ? IPP_OP_GET_PRINTER_ATTRIBUTES : operation;
    return original_of_cups<ipp_t*(ipp_op_t)>("ippNewRequest")(asked);
}

}  // extern "C"

void* operator new(std::size_t size) {
    return note(__libc_malloc(size), size, CALLER);
}
void* operator new[](std::size_t size) {
    return note(__libc_malloc(size), size, CALLER);
}
