using System.Security.Cryptography;
using FocBot.Core.Users;
using FocBot.Storage;

namespace FocBot.Channels.Web;

/// <summary>Whose progress this is on the web: a random number in a cookie, given only once there is something to remember.</summary>
static class WebUser
{
    const string Cookie = "focbot-learner";
    const int NumberLength = 32;

    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Lets the user's request be answered, then gives or takes the cookie.</summary>
    internal static async Task<T> ServeAsync<T>(HttpContext context, UserStates users, Func<IUserState, Task<T>> answer)
    {
        var number = context.Request.Cookies[Cookie] is { Length: NumberLength } given && given.All(char.IsAsciiHexDigitLower) ? given : null;
        var fresh = number is null;
        number ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NumberLength / 2));
        var user = users.For("web", number, "web");
        var answered = await answer(user);
        var remembers = (await user.GetAllAsync(context.RequestAborted)).Count > 0;
        if (remembers && fresh)
            context.Response.Cookies.Append(Cookie, number, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Kept, Secure = context.Request.IsHttps, IsEssential = true });
        else if (!remembers && !fresh)
            context.Response.Cookies.Delete(Cookie);
        return answered;
    }
}
