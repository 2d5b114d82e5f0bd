using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>Whether the one who asks has shown the trainer's key: a protected cookie says so, for a working day.</summary>
sealed class TrainerSession(IDataProtectionProvider protection, IOptions<ServerOptions> options, TimeProvider time)
{
    const string Cookie = "focbot-trainer";

    static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    // Another key ends all sessions.
    IDataProtector Protector =>
        protection.CreateProtector("FocBot.Trainer", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.TrainerKey))));

    /// <summary>Whether there is a trainer's page at all.</summary>
    internal bool IsOffered => options.Value.TrainerKey.Length > 0;

    /// <summary>Whether the key was shown; false where it was wrong.</summary>
    internal bool Begin(HttpContext context, string key)
    {
        if (!IsOffered || !CryptographicOperations.FixedTimeEquals(Hash(key), Hash(options.Value.TrainerKey)))
            return false;
        var until = time.GetUtcNow() + Lifetime;
        context.Response.Cookies.Append(Cookie, Protector.Protect(until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = Lifetime,
                Path = "/trainer",
                IsEssential = true
            });
        return true;
    }

    internal bool IsOpen(HttpContext context)
    {
        if (!IsOffered || context.Request.Cookies[Cookie] is not { } cookie)
            return false;
        try
        {
            return long.Parse(Protector.Unprotect(cookie), CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
