; Windows 10 and 11 offer a program for telephone links only when it says what it can open (Default Programs, "Registering an
; application for use with Default Programs"); that it may become the default is the operator's choice in the settings of Windows.

!macro registerScheme SCHEME
  WriteRegStr SHCTX "Software\Balie\Capabilities\URLAssociations" "${SCHEME}" "Balie.${SCHEME}"
  WriteRegStr SHCTX "Software\Classes\Balie.${SCHEME}" "" "Balie"
  WriteRegStr SHCTX "Software\Classes\Balie.${SCHEME}" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\Balie.${SCHEME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Balie\Capabilities" "ApplicationName" "Balie"
  WriteRegStr SHCTX "Software\Balie\Capabilities" "ApplicationDescription" "Balie"
  !insertmacro registerScheme "tel"
  !insertmacro registerScheme "callto"
  !insertmacro registerScheme "sip"
  !insertmacro registerScheme "sips"
  WriteRegStr SHCTX "Software\RegisteredApplications" "Balie" "Software\Balie\Capabilities"
!macroend

!macro customUnInstall
  DeleteRegValue SHCTX "Software\RegisteredApplications" "Balie"
  DeleteRegKey SHCTX "Software\Balie\Capabilities"
  DeleteRegKey SHCTX "Software\Classes\Balie.tel"
  DeleteRegKey SHCTX "Software\Classes\Balie.callto"
  DeleteRegKey SHCTX "Software\Classes\Balie.sip"
  DeleteRegKey SHCTX "Software\Classes\Balie.sips"
!macroend
