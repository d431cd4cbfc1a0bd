// A stage imports this module and no other, so what its forms are made of comes along.
@_exported public import CivilTime
@_exported public import Located
