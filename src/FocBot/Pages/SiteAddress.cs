using Microsoft.Extensions.Options;

namespace FocBot.Pages;

/// <summary>Full addresses of this site's pages, for readers to take along: from <c>Server:PublicAddress</c>, else as the reader reached it.</summary>
sealed class SiteAddress(IOptions<ServerOptions> options, IHttpContextAccessor accessor)
{
    internal string Of(string path) =>
        options.Value.PublicAddress.Length > 0 || accessor.HttpContext?.Request is not { } request
            ? options.Value.Absolute(path)
            : $"{request.Scheme}://{request.Host}{path}";
}
