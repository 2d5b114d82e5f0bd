namespace FocBot.Core.Onboarding;

/// <summary>How far a person is in a trainer's course, by its name in the person's state.</summary>
public static class CourseProgress
{
    const string Prefix = "course ";

    /// <param name="course">Tells the course from others.</param>
    public static string KeyOf(string course) => Prefix + course;

    /// <summary>Whether a name in the person's state is that of a course.</summary>
    internal static bool IsOne(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
