using VasaSim.Core;
using VasaSim.Vmodl;

namespace VasaSim.Server.Calls;

/// <summary>
/// Which handler answers which method of a service, by the method's ordinal. Filled when a service is made, then only
/// read. A method without a handler answers NotImplemented.
/// </summary>
public sealed class HandlerTable(ServiceContract contract)
{
    private readonly OperationHandler?[] _handlers = new OperationHandler?[contract.Operations.Count];
    private readonly WaitingOperationHandler?[] _waiting = new WaitingOperationHandler?[contract.Operations.Count];

    /// <summary>Names the handler of the method whose arguments are <typeparamref name="TRequest"/>.</summary>
    public HandlerTable On<TRequest>(Func<VmodlCall, TRequest, World, Outcome> handler)
        where TRequest : Request, IRequestType
    {
        _handlers[OrdinalOf<TRequest>()] = (call, request, world) => handler(call, (TRequest)request, world);
        return this;
    }

    /// <summary>Names the handler of a method that may wait.</summary>
    public HandlerTable OnWaiting<TRequest>(Func<VmodlCall, TRequest, ValueTask<Outcome>> handler)
        where TRequest : Request, IRequestType
    {
        _waiting[OrdinalOf<TRequest>()] = (call, request) => handler(call, (TRequest)request);
        return this;
    }

    /// <summary>The handler of a method, or null.</summary>
    public OperationHandler? Find(OperationInfo operation) => _handlers[operation.Ordinal];

    /// <summary>The waiting handler of a method, or null.</summary>
    public WaitingOperationHandler? FindWaiting(OperationInfo operation) => _waiting[operation.Ordinal];

    private int OrdinalOf<TRequest>()
        where TRequest : Request, IRequestType
    {
        OperationInfo operation = TRequest.Method;
        if (operation.Service != contract)
        {
            throw new InvalidOperationException($"{operation.Name} is a method of {operation.Service.Name}, not of {contract.Name}.");
        }

        return _handlers[operation.Ordinal] is null && _waiting[operation.Ordinal] is null
            ? operation.Ordinal
            : throw new InvalidOperationException($"{operation.Name} has a handler already.");
    }
}
