using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The journal of calls.</summary>
internal sealed class JournalResource(Workspace workspace, ControlSurroundings surroundings)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 10_000;

    public async ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        CallMatch match = CallQuery.MatchOf(request.Query);
        long? since = request.Query.Whole("since", 0, long.MaxValue);
        int limit = (int)(request.Query.Whole("limit", 1, MaxLimit) ?? DefaultLimit);
        if (request.Close() is { } refusal)
        {
            return refusal;
        }

        JournalSnapshot journal = await workspace.ReadJournalAsync();
        IEnumerable<JournalEntry> matching = journal.Entries.Where(e => e.Number > (since ?? 0) && match.Matches(e));

        // Whoever goes on from somewhere gets what comes next, and whoever only looks gets the newest.
        JournalEntry[] calls = [.. since is null ? matching.TakeLast(limit) : matching.Take(limit)];
        long next = since is not null && calls.Length == limit ? calls[^1].Number : journal.Last;
        SecretMask mask = new(workspace.Sessions, calls);
        return Reply.Ok(
            await workspace.RunAsync(world => new CallList([.. calls.Select(c => CallReport.Of(c, world, mask))], next, journal.Dropped)),
            ControlJson.Readable.CallList);
    }

    public async ValueTask<Reply> ShowAsync(HttpContext http)
    {
        ControlRequest asked = ControlRequest.WithoutBody(http);
        string? form = asked.Query.Word("as", ["raw", "curl"]);
        if (asked.Close() is { } refusal)
        {
            return refusal;
        }

        string number = (string)http.GetRouteValue("number")!;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long given) || workspace.Journal.Find(given) is not { } call)
        {
            return Reply.NotFound(
                $"The journal has no call '{number}'.",
                workspace.Journal.Read().Entries is [var first, .., var last] ? [$"{first.Number} to {last.Number}"] : []);
        }

        if (form is not null && !call.Entry.CameByWire)
        {
            return Reply.Conflict($"Call {number} was made inside the simulator: there is no request of it.");
        }

        SecretMask mask = new(workspace.Sessions, call.Entry);
        MaskedMessage request = MaskedMessage.Of(call.Request, mask);
        return form switch
        {
            "raw" => new Reply(StatusCodes.Status200OK, "application/octet-stream", request.Bytes),
            "curl" => new Reply(
                StatusCodes.Status200OK,
                "text/plain; charset=utf-8",
                Encoding.UTF8.GetBytes(CurlLine.Of(request, AddressOf(call.Entry), surroundings.CaPath))),
            _ => Reply.Ok(
                await workspace.RunAsync(world => CallReport.Of(call.Entry, world, mask) with
                {
                    Decisions = [.. call.Entry.Decisions.Select(DecisionReport.Of)],
                    Request = call.Entry.CameByWire ? request.Text : null,
                    Reply = call.Reply is { } reply ? MaskedMessage.Of(reply, mask).Text : null,
                }),
                ControlJson.Readable.CallReport),
        };
    }

    private Uri AddressOf(JournalEntry entry) =>
        new[] { surroundings.VcdaUri, surroundings.SrmPeerUri }.FirstOrDefault(u => u?.Port == entry.Port) ?? surroundings.ProductUri();

    public async ValueTask<Reply> VerifyAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        Verification verification = VerificationBody.Read(body);
        if (body.Problems.Count > 0)
        {
            return Reply.Invalid(body.Problems);
        }

        JournalSnapshot journal = await workspace.ReadJournalAsync();
        SecretMask mask = new(workspace.Sessions, journal.Entries);
        VerificationResult result = await workspace.RunAsync(world => verification.Check(journal, world));
        return Reply.Ok(result.Masked(mask), ControlJson.Readable.VerificationResult);
    }

    public async ValueTask<Reply> ClearAsync(HttpContext http)
    {
        // With the calls that runs have made until now, which nobody has looked for yet.
        await workspace.RunAsync(static _ => true);
        return Reply.Ok(new JournalClearReport(workspace.Journal.Clear()), ControlJson.Readable.JournalClearReport);
    }
}
