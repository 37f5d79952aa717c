using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VasaSim.Server.Control;

/// <summary>A request of the control API: what its path, its query and its body say, and all that is wrong with them.</summary>
internal sealed class ControlRequest
{
    private readonly HttpContext _http;

    private ControlRequest(HttpContext http, JsonBody body)
    {
        _http = http;
        Body = body;
        Query = new RequestQuery(http.Request.Query, body.Problems);
    }

    public JsonBody Body { get; }

    public RequestQuery Query { get; }

    /// <summary>A request whose body nobody looks at.</summary>
    public static ControlRequest WithoutBody(HttpContext http) => new(http, new JsonBody(default));

    /// <summary>Reads a request with its body.</summary>
    public static async Task<(ControlRequest? Request, Reply? Refusal)> ReadAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        return (body is null ? null : new ControlRequest(http, body), refusal);
    }

    /// <summary>A part of the path.</summary>
    public string Route(string key) => (string)_http.GetRouteValue(key)!;

    /// <summary>Ends the reading.</summary>
    /// <returns>The refusal when anything is wrong, otherwise null.</returns>
    public Reply? Close()
    {
        Body.Close();
        Query.Close();
        return Body.Problems.Count > 0 ? Reply.Invalid(Body.Problems) : null;
    }
}
