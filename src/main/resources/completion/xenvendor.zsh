#compdef xenvendor
# Completion of xenvendor for zsh. The program itself says what fits.
_xenvendor() {
  local line text says
  local -a described unfinished
  for line in ${(f)"$(${(Q)words[1]/#\~/$HOME} complete zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)"}; do
    text=${line%%$'\t'*}
    says=${line#*$'\t'}
    case $text in
      :files*) [[ $PREFIX == *=* ]] && compset -P '*='; _files ;;
      :directories*) [[ $PREFIX == *=* ]] && compset -P '*='; _files -/ ;;
      *=) unfinished+=("$text") ;;
      *) described+=("${text//:/\\:}:$says") ;;
    esac
  done
  (( $#unfinished )) && compadd -S '' -- $unfinished
  (( $#described )) && _describe -V xenvendor described
  return 0
}
if [[ $funcstack[1] == _xenvendor ]]; then
  _xenvendor "$@"
else
  compdef _xenvendor xenvendor
fi
