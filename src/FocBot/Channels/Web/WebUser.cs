using System.Security.Cryptography;
using FocBot.Core.Users;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot.Channels.Web;

/// <summary>Whose progress this is on the web: a random number in a cookie, given only once there is something to remember.</summary>
static class WebUser
{
    internal const string Channel = "web";

    const string Cookie = "focbot-learner";
    const int NumberLength = 32;

    // Who does not come back, such as a program without cookies, leaves nothing for longer than a day.
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(365), FirstVisit = TimeSpan.FromDays(1);

    /// <summary>Lets the user's request be answered, then gives or takes the cookie.</summary>
    internal static async Task<T> ServeAsync<T>(HttpContext context, UserStates users, Func<IUserState, Task<T>> answer)
    {
        // A page elsewhere must not give a visitor another number, and so take the progress away.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return await answer(AnonymousUser.Instance);
        var number = context.Request.Cookies[Cookie] is { Length: NumberLength } given && given.All(char.IsAsciiHexDigitLower) ? given : null;
        var fresh = number is null;
        number ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NumberLength / 2));
        var user = new OptionalUserState(users.For(Channel, number, Channel, fresh ? FirstVisit : Kept),
            context.RequestServices.GetRequiredService<ILogger<OptionalUserState>>());
        var answered = await answer(user);
        var remembers = (await user.GetAllAsync(context.RequestAborted)).Count > 0;
        if (remembers && fresh)
            context.Response.Cookies.Append(Cookie, number,
                new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Kept, Secure = context.Request.IsHttps, IsEssential = true });
        else if (!remembers && !fresh && !user.IsUnavailable)
            context.Response.Cookies.Delete(Cookie);
        else if (remembers)
            await users.ExtendAsync(Channel, number, Kept, context.RequestAborted);
        return answered;
    }
}
