# Completion of xenvendor for bash 3.2 and later. The program itself says what fits.
_xenvendor() {
  local line text path
  COMPREPLY=()
  while IFS= read -r line; do
    text=${line%%$'\t'*}
    case $text in
      :files*)
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -f -- "${text#:files }")
        compopt -o filenames 2>/dev/null
        ;;
      :directories*)
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -d -- "${text#:directories }")
        compopt -o filenames 2>/dev/null
        ;;
      *=)
        COMPREPLY+=("$text")
        compopt -o nospace 2>/dev/null
        ;;
      *) COMPREPLY+=("$text") ;;
    esac
  done < <("${1/#\~/$HOME}" complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _xenvendor xenvendor
