first
alike on top
theirs
alike below
last
