@echo off
rem Runs xenvendor on Windows, by the Java that XENVENDOR_JAVA_HOME or JAVA_HOME names, else by
rem the one on the path.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined XENVENDOR_JAVA_HOME set "JAVA=%XENVENDOR_JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %XENVENDOR_JAVA_OPTIONS% -jar "%~dp0..\lib\xenvendor.jar" %*
exit /b %ERRORLEVEL%
