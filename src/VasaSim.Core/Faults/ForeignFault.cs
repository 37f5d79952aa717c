namespace VasaSim.Core.Faults;

/// <summary>A fault that a tester asked for in the words of the wire; the world knows nothing of it but these.</summary>
/// <param name="Type">The wire name of its type.</param>
/// <param name="Json">The fault as VI JSON, an object with <c>_typeName</c>; whoever makes one has checked it.</param>
/// <param name="Message">Its text for people.</param>
public sealed record ForeignFault(string Type, string Json, string Message) : Fault;
