-- How often something happened in a trainer's course; nobody's name, nobody's id.
CREATE TABLE IF NOT EXISTS course_counts (
    course TEXT NOT NULL,
    event TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (course, event)
);
