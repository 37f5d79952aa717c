namespace VasaSim.Core.Faults;

/// <summary>A fault that a tester asked for in the words of the wire. The world hands it on and knows nothing of it.</summary>
/// <param name="Type">The wire name of its type.</param>
/// <param name="Json">The fault as VI JSON, with its <c>_typeName</c>.</param>
/// <param name="Message">The text for people.</param>
public sealed record ForeignFault(string Type, string Json, string Message) : Fault;
