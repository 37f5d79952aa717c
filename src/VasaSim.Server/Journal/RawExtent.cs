namespace VasaSim.Server.Journal;

/// <summary>Where the journal has the bytes of an entry: both bodies, then both heads, one after the other.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="RequestBody">Length of the request's body.</param>
/// <param name="ReplyBody">Length of the reply's body.</param>
/// <param name="RequestHead">Length of the request's line and headers.</param>
/// <param name="ReplyHead">Length of the reply's line and headers; 0 without a reply.</param>
internal readonly record struct RawExtent(long Start, int RequestBody, int ReplyBody, int RequestHead, int ReplyHead)
{
    /// <summary>Length of all.</summary>
    public int Length => RequestBody + ReplyBody + RequestHead + ReplyHead;
}
