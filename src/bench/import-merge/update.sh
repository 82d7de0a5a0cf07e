"$XENVENDOR" -q update 3.3.0 --from "$FROM" || [ $? -eq 1 ]
