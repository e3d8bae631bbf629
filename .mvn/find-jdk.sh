# Finds the Java that Plimsoll needs. Sourced by ./mvnw and ./plimsoll (POSIX sh, also under `set -euf`).
#
#   find_jdk build   a JDK 25 with its compiler: the build is held to one compiler so that warnings and bytes do not vary
#   find_jdk run     any Java 25 or newer
#
# Sets and exports JAVA_HOME. Otherwise says in one line how to get a JDK and returns 1. Versions are read from the
# `release` file that every JDK carries: starting each candidate would cost more than everything else here.

# Sets java_feature to the feature release (25) of the Java in directory $1, or to 0, and java_version to its build
# (25.0.3+9-LTS).
read_java_version() {
  java_feature=0 java_version=
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  while IFS='="' read -r key _ value _; do
    case $key in
      JAVA_RUNTIME_VERSION) java_version=$value ;;
      JAVA_VERSION)
        # The keys are sorted; what follows is long, and some shells read byte by byte.
        java_feature=${value%%[!0-9]*}
        break
        ;;
    esac
  done <"$1/release"
  java_feature=${java_feature:-0} java_version=${java_version:-$java_feature}
}

# Is the Java in directory $2 good enough for purpose $1?
is_suitable_jdk() {
  read_java_version "$2"
  case $1 in
    build) [ "$java_feature" -eq 25 ] && [ -x "$2/bin/javac" ] ;;
    *) [ "$java_feature" -ge 25 ] ;;
  esac
}

# Sets path_java_home to the home of the first `java` on the PATH, or to nothing. Only Java itself sees through the
# links and shims of jenv, asdf and others.
read_path_java_home() {
  path_java_home=
  command -v java >/dev/null 2>&1 || return 0
  path_java_home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || path_java_home=
}

find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && is_suitable_jdk "$1" "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  read_path_java_home
  if [ -n "$path_java_home" ] && is_suitable_jdk "$1" "$path_java_home"; then
    JAVA_HOME=$path_java_home
    export JAVA_HOME
    return 0
  fi
  case $- in *f*) noglob=f ;; *) noglob= ;; esac
  set +f
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    if is_suitable_jdk "$1" "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      [ -z "$noglob" ] || set -f
      return 0
    fi
  done
  [ -z "$noglob" ] || set -f
  if [ "$1" = build ]; then wanted='a JDK 25'; else wanted='Java 25 or newer'; fi
  echo "Plimsoll needs $wanted and found none: get one from https://adoptium.net/temurin/releases/?version=25 or by" \
    "\`sdk install java 25-tem\`, or set JAVA_HOME to one." >&2
  return 1
}
