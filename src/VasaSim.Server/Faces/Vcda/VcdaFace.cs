using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>Takes the calls of the API for cloud replications, of which every error is an ApiError.</summary>
internal sealed class VcdaFace(VcdaScope scope, CallPipeline pipeline, Workspace workspace, MessageLimits limits)
    : RestFace<VcdaOperation, Negotiated>(pipeline, limits)
{
    private readonly RestRoutes<VcdaOperation> _routes = new(VcdaOperations.All);
    private readonly VcdaDescription _description = new(VcdaOperations.All);

    /// <summary>Answers a request.</summary>
    public Task ServeAsync(HttpContext http) => MediaTypes.Choose(http.Request.Headers.Accept) is { } media
        ? ServeAsync(http, http.Request.Path.Value!, _routes, _description, media)
        : FailAsync(http, new Negotiated(null), VcdaFailure.Of(
            ErrorCode.NotAcceptable,
            $"None of the accepted media types is served; these are: {ContentType}, and {MediaTypes.Of(H4Version.Newest)} and those of older versions."));

    /// <inheritdoc/>
    protected override RestCall<VcdaOperation> CallOf(RestRequest<VcdaOperation> request) => new VcdaCall(request, scope, workspace);

    /// <inheritdoc/>
    protected override Failure Refusal(int status, string message) => VcdaFailure.Of(
        status switch
        {
            StatusCodes.Status404NotFound => ErrorCode.NotFound,
            StatusCodes.Status405MethodNotAllowed => ErrorCode.MethodNotAllowed,
            _ => ErrorCode.PayloadTooLarge,
        },
        message);

    /// <inheritdoc/>
    protected override RestAnswer ErrorOf(Failure failure, Negotiated form)
    {
        VcdaFailure error = (VcdaFailure)failure;
        return new(error.Status, form.Error, error.Error, VersionedJson.InVersion(VcdaJson.Newest.ApiError, form.Version));
    }

    /// <inheritdoc/>
    protected override RestAnswer SuccessOf(RestCall<VcdaOperation> call, object? value, Negotiated form, IHeaderDictionary headers)
    {
        if (call.StartedSession is { } session)
        {
            headers[VcdaSession.TokenHeader] = SessionToken.Of(session.Id);
        }

        return new(call.Operation.Status, form.Success, value, call.Operation.Answer is { } answer ? VersionedJson.InVersion(answer, form.Version) : null);
    }
}
