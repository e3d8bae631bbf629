// The tokens of Go's text/template, as Helm uses it (text/template/parse/lex.go): text outside of {{ }}, tokens within.
//
// It has a token for every text, so it never fails. What Go refuses is a token as well, and template.syntax says so in Go's
// words. Three rules of Go look at the neighbours of a token and are left to template.syntax: what may follow a name, whether
// a field belongs to the term before it (LINK), and which characters outside of ASCII are letters.
lexer grammar GoTemplateLexer;

tokens { LINK }

TEXT : (~'{' | '{' ~'{')+ | '{' ;

// A comment stands alone between its braces. White space behind a trim marker goes with the token.
COMMENT : OPEN_COMMENT COMMENT_REST ('}}' | WHITE '-}}' WHITE*) ;
COMMENT_NOT_ALONE : OPEN_COMMENT COMMENT_REST ;
UNCLOSED_COMMENT : OPEN_COMMENT (~'*' | '*'+ ~[*/])* '*'* ;

OPEN : '{{' ('-' WHITE)? -> mode(ACTION) ;

fragment OPEN_COMMENT : '{{' ('-' WHITE)? '/*' ;
fragment COMMENT_REST : (~'*' | '*'+ ~[*/])* '*'+ '/' ;
fragment WHITE : [ \t\r\n] ;

mode ACTION;

CLOSE : ('}}' | WHITE+ '-}}' WHITE*) -> mode(DEFAULT_MODE) ;
SPACE : WHITE+ -> channel(HIDDEN) ;
// Somebody forgot to close the action before.
NESTED_OPEN : '{{' ;

BLOCK : 'block' ;
BREAK : 'break' ;
CONTINUE : 'continue' ;
DEFINE : 'define' ;
ELSE : 'else' ;
END : 'end' ;
IF : 'if' ;
NIL : 'nil' ;
RANGE : 'range' ;
TEMPLATE : 'template' ;
WITH : 'with' ;
BOOL : 'true' | 'false' ;

FUNCTION : NAME_START NAME_PART* ;
VARIABLE : '$' NAME_PART* ;
FIELD : '.' NAME_START NAME_PART* ;
DOT : '.' ;

// As loose as Go's: whether it means a number is decided later.
NUMBER : SCANNED_NUMBER ;
COMPLEX : SCANNED_NUMBER SIGN SCANNED_DIGITS 'i' ;
BAD_NUMBER : SCANNED_NUMBER NAME_PART | SCANNED_NUMBER SIGN SCANNED_DIGITS 'i'? NAME_PART? ;

STRING : OPEN_STRING '"' ;
UNTERMINATED_STRING : OPEN_STRING '\\'? ;
CHARACTER : OPEN_CHARACTER '\'' ;
UNTERMINATED_CHARACTER : OPEN_CHARACTER '\\'? ;
RAW_STRING : '`' ~'`'* '`' ;
UNTERMINATED_RAW_STRING : '`' ~'`'* ;

ASSIGN : '=' ;
DECLARE : ':=' ;
COLON : ':' ;
COMMA : ',' ;
PIPE : '|' ;
LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
OTHER : . ;

fragment NAME_START : [a-zA-Z_] | NOT_ASCII ;
fragment NAME_PART : [a-zA-Z0-9_] | NOT_ASCII ;
fragment NOT_ASCII : [\u007F-\u{10FFFF}] ;

fragment OPEN_STRING : '"' ('\\' ~'\n' | ~["\\\n])* ;
fragment OPEN_CHARACTER : '\'' ('\\' ~'\n' | ~['\\\n])* ;

fragment SCANNED_NUMBER : (SIGN SCANNED_DIGITS | PREFIXED | [0-9] DECIMAL_REST | '.' [0-9] DECIMAL* EXPONENT?) 'i'? ;
// Possibly none.
fragment SCANNED_DIGITS : PREFIXED | DECIMAL_REST ;
fragment PREFIXED
  : '0' [xX] HEX* ('.' HEX*)? ([pP] SIGN? DECIMAL*)?
  | '0' [oO] [0-7_]* ('.' [0-7_]*)?
  | '0' [bB] [01_]* ('.' [01_]*)?
  ;
fragment DECIMAL_REST : DECIMAL* ('.' DECIMAL*)? EXPONENT? ;
fragment EXPONENT : [eE] SIGN? DECIMAL* ;
fragment DECIMAL : [0-9_] ;
fragment HEX : [0-9a-fA-F_] ;
fragment SIGN : [+-] ;
