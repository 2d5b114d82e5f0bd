using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FocBot.Content;

/// <summary>Section <c>Content</c>.</summary>
sealed class ContentOptions
{
    internal const string Section = "Content";

    /// <summary>The folder of statements; empty means the one that came with the program.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Seconds between two looks for changed files; 0 means that content is read at start alone.</summary>
    [Range(0, 3600, ErrorMessage = "Content:WatchSeconds must be between 0 and 3600.")]
    public int WatchSeconds { get; set; } = 2;

    /// <summary>The folder to read.</summary>
    internal string FullFolder => Folder.Length > 0 ? Path.GetFullPath(Folder) : BotStartup.ShippedFolder;
}

[OptionsValidator]
sealed partial class ContentOptionsValidator : IValidateOptions<ContentOptions>;
