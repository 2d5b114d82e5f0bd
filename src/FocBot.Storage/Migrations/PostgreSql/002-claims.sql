-- Claims look at what is open, oldest first: without it every claim reads the deliveries of a whole day.
CREATE INDEX inbox_oldest ON inbox (id) WHERE closed_at IS NULL;
