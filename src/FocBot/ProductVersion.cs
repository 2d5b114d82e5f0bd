using System.Reflection;

namespace FocBot;

/// <summary>The version of this program, from Directory.Build.props: the manifests, the API's description and the doctor name it.</summary>
static class ProductVersion
{
    /// <summary>Major, minor and patch, such as 1.1.0.</summary>
    internal static string Text { get; } = typeof(
        ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
