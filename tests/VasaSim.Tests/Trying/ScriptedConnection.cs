using VasaSim.Trying.Wire;
using VasaSim.Vmodl;

namespace VasaSim.Tests.Trying;

/// <summary>Answers calls one after the other with what a test says, and lets everybody in.</summary>
internal sealed class ScriptedConnection(params Answer[] answers) : ISmsConnection
{
    private readonly Queue<Answer> _answers = new(answers);

    /// <summary>The requests, and <c>Login</c>, in order.</summary>
    public List<string> Methods { get; } = [];

    public List<Request> Requests { get; } = [];

    public Task<Answer> LogInAsync(string user, string password, CancellationToken cancellation)
    {
        Methods.Add("Login");
        return Task.FromResult(Answer.Ok(null));
    }

    public Task<Answer> CallAsync(ManagedObjectReference target, Request request, CancellationToken cancellation)
    {
        Methods.Add(request.Operation.Name);
        Requests.Add(request);
        return Task.FromResult(_answers.Dequeue());
    }
}
