using System.Text;
using FocBot.Channels.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FocBot.Tests.Channels.Teams;

/// <summary>What reading an activity costs, keeps and refuses.</summary>
public sealed class ActivityReaderTests
{
    const int Large = 240 * 1024;

    [Fact]
    public void Before_the_caller_is_authenticated_nothing_nested_is_built()
    {
        var body = WithAttachment(Nested());
        var (head, allocated) = Measured(() => ActivityReader.ReadHead(body));
        Assert.Equal(("message", "msteams", "https://service.example"), (head!.Type, head.ChannelId, head.ServiceUrl));
        Assert.Null(head.Attachments);
        Assert.InRange(allocated, 0, 32 * 1024);
    }

    [Fact]
    public void Nested_attachments_are_built_once_when_read_and_once_when_written()
    {
        var body = WithAttachment(Nested());
        // Contracts are made at first use.
        ActivityReader.ReadWhole(body);
        var (activity, allocated) = Measured(() => ActivityReader.ReadWhole(body));
        Assert.InRange(allocated, 0, 200 * body.Length);
        var (_, written) = Measured(() => JsonConvert.SerializeObject(activity, ActivityJson.Settings));
        Assert.InRange(written, 0, 20 * body.Length);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Null(ActivityReader.ReadWhole(Activity($"\"value\":{new string('[', 200)}{new string(']', 200)}")));

    [Fact]
    public void A_text_that_looks_like_a_date_arrives_as_it_was_written()
    {
        const string date = "2020-02-01T10:00:00.1234567+01:00";
        var activity = ActivityReader.ReadWhole(Activity(
            $"\"value\":{{\"says\":\"{date}\"}},\"channelData\":{{\"at\":\"{date}\"}},\"somethingNew\":\"{date}\""))!;
        Assert.Equal(date, MessageText.OfButton(activity.Value));
        Assert.Equal(JTokenType.String, ((JObject)activity.ChannelData)["at"]!.Type);
        Assert.Equal(date, (string?)activity.Properties["somethingNew"]);
    }

    [Theory]
    [InlineData("\"timestamp\":\"not a time at all\"")]
    [InlineData("\"timestamp\":{}")]
    [InlineData("\"localTimestamp\":\"32/13/2020\"")]
    [InlineData("\"expiration\":[5]")]
    public void A_malformed_time_loses_nothing(string time) =>
        Assert.Equal("hi", ActivityReader.ReadWhole(Activity($"{time},\"text\":\"hi\""))?.Text);

    [Theory]
    [InlineData("\"serviceUrl\":\"https://evil.example\"")]
    [InlineData("\"ServiceURL\":\"https://evil.example\"")]
    [InlineData("\"CHANNELID\":\"x\"")]
    [InlineData("\"type\":\"invoke\"")]
    public void A_repeated_property_is_refused_because_two_readers_could_take_different_ones(string again) =>
        Assert.Null(ActivityReader.ReadWhole(Activity(again)));

    [Theory]
    [InlineData("\"from\":\"x\"")]
    [InlineData("\"conversation\":[]")]
    [InlineData("\"entities\":\"x\"")]
    [InlineData("\"membersAdded\":{}")]
    [InlineData("\"conversation\":{\"id\":\"a\\r\\nX-Evil: 1\"}")]
    public void A_value_of_the_wrong_kind_is_no_activity(string value) => Assert.Null(ActivityReader.ReadWhole(Activity(value)));

    [Fact]
    public void A_byte_order_mark_before_it_does_no_harm() =>
        Assert.Equal("message", ActivityReader.ReadWhole([.. Encoding.UTF8.Preamble, .. Activity("\"text\":\"hi\"")])?.Type);

    static byte[] Activity(string more) =>
        Encoding.UTF8.GetBytes($"{{\"type\":\"message\",\"id\":\"1\",\"channelId\":\"msteams\",\"serviceUrl\":\"https://service.example\",{more}}}");

    static byte[] WithAttachment(string content) => Activity($"\"attachments\":[{{\"contentType\":\"x\",\"content\":{content}}}]");

    // As deep as may be, side by side until it is as large as may be.
    static string Nested()
    {
        const int depth = 50;
        var one = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        return $"[{string.Join(',', Enumerable.Repeat(one, Large / one.Length))}]";
    }

    static (T Result, long Allocated) Measured<T>(Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work();
        return (result, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
