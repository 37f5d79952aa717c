namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants for records and is not part of netstandard2.0.</summary>
internal static class IsExternalInit;
