# Completion of xenvendor for fish. The program itself says what fits.
function __xenvendor_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    for line in ($program complete fish -- $words[2..] "$current" 2>/dev/null)
        switch $line
            case ':files*' ':directories*'
                set -l typed (string replace -r '^:[a-z]+ ([^\t]*).*' '$1' -- $line)
                set -l before (string sub -l (math (string length -- "$current") - (string length -- "$typed")) -- "$current")
                for path in (__fish_complete_path "$typed")
                    echo -- $before$path
                end
            case '*'
                echo -- $line
        end
    end
end
complete -c xenvendor -f -a '(__xenvendor_complete)'
