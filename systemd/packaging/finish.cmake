# Before a package is made: what Debian wants compressed is, links lead from where they are, programs have a list of
# what they are made of, and every file has the time of the sources, so that two builds give the same bytes.
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
foreach(component kiosk authoring)
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component})
  string(TOUPPER ${component} key)
  set(name ${CPACK_DEBIAN_${key}_PACKAGE_NAME})
  if(EXISTS ${root})
    execute_process(
      COMMAND ${CMAKE_CURRENT_LIST_DIR}/sbom ${name} ${CPACK_PACKAGE_VERSION} ${root}
        ${CPACK_TEMPORARY_DIRECTORY}/fonts/usr/lib/pocketplan/fonts
      OUTPUT_FILE ${root}/usr/share/doc/${name}/sbom.spdx.json COMMAND_ERROR_IS_FATAL ANY)
  endif()
endforeach()
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d -empty -delete COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
  COMMAND_ERROR_IS_FATAL ANY)
