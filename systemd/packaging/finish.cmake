# Before a package is made: what Debian wants compressed is, links lead from where they are, and every file has the time
# of the sources, so that two builds give the same bytes.
file(GLOB_RECURSE manuals ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/man/*.[15]
  ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/doc/*/changelog)
if(manuals)
  execute_process(COMMAND gzip -9nf ${manuals} COMMAND_ERROR_IS_FATAL ANY)
endif()
file(GLOB links ${CPACK_TEMPORARY_DIRECTORY}/fonts/usr/lib/pocketplan/fonts/*.tt[fc])
foreach(link ${links})
  file(READ_SYMLINK ${link} font)
  file(RELATIVE_PATH font /usr/lib/pocketplan/fonts ${font})
  file(CREATE_LINK ${font} ${link} SYMBOLIC)
endforeach()
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d -empty -delete COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
  COMMAND_ERROR_IS_FATAL ANY)
