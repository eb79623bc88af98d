// pocketplan-empty-window: what the first screen is measured against (starts.cpp). A window as the kiosk's is, and
// nothing of ours in it but the ground.

#include <cstdlib>

#include <SDL.h>

int main(int, char**) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return EXIT_FAILURE;
    SDL_Rect whole{};
    SDL_GetDisplayBounds(0, &whole);
    SDL_Window* const window = SDL_CreateWindow("Empty", whole.x, whole.y, whole.w, whole.h, SDL_WINDOW_BORDERLESS);
    SDL_Renderer* const target = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    SDL_ShowCursor(SDL_DISABLE);
    SDL_SetRenderDrawColor(target, 0xFA, 0xF6, 0xEE, SDL_ALPHA_OPAQUE);
    SDL_RenderClear(target);
    SDL_RenderPresent(target);
    SDL_Event event;
    while (SDL_WaitEvent(&event) != 0 && event.type != SDL_QUIT) {
    }
    SDL_Quit();
    return EXIT_SUCCESS;
}
