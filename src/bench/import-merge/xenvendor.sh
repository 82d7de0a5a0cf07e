"$XENVENDOR" -q import 3.3.0 --from "$XEN"
"$XENVENDOR" -q merge || [ $? -eq 1 ]
