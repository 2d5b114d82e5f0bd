using Dapper;

namespace FocBot.Storage;

/// <summary>How often things happened in a trainer's course. Only sums are stored.</summary>
public sealed class CourseCounts(IDatabase database)
{
    /// <summary>Counts each event once more.</summary>
    /// <param name="course">The course's name.</param>
    /// <param name="events">What happened, such as <c>start</c>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task AddAsync(string course, IEnumerable<string> events, CancellationToken cancel)
    {
        var rows = events.Select(happened => new { course, happened }).ToList();
        return database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
            INSERT INTO course_counts (course, event, count) VALUES (@course, @happened, 1)
            ON CONFLICT (course, event) DO UPDATE SET count = course_counts.count + 1
            """, rows), cancel);
    }

    /// <summary>The sums of a course by event; what never happened is missing.</summary>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(string course, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<(string Event, long Count)>("SELECT event, count FROM course_counts WHERE course = @course", new { course }), cancel);
        return rows.ToDictionary(r => r.Event, r => r.Count);
    }
}
