@echo off
rem Opens Gatehouse, or carries out the command that is named. The first run writes down, when it ends, which classes it
rem needed; later runs start from that archive. Remove gatehouse.jsa after building anew: it is good for one very jar.
setlocal
set "archive=%~dp0gatehouse.jsa"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%archive%" (set "classes=-XX:SharedArchiveFile=%archive%") else set "classes=-XX:ArchiveClassesAtExit=%archive%"
"%java%" ${window.options} -Xshare:auto "%classes%" -Xlog:disable -jar "%~dp0gatehouse.jar" %*
