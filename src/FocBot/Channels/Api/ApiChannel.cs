namespace FocBot.Channels.Api;

static class ApiChannel
{
    internal static void AddApi(this IServiceCollection services)
    {
    }

    internal static void MapApi(this WebApplication app)
    {
    }
}
