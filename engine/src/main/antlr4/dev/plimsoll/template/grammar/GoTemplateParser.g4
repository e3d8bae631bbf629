// One action of Go's text/template (text/template/parse/parse.go). How actions nest is left to template.syntax, which so gets
// over an `end` too many or too few.
parser grammar GoTemplateParser;

options { tokenVocab = GoTemplateLexer; }

action
  : OPEN
    ( (IF | WITH | RANGE) pipeline
    | ELSE ((IF | WITH) pipeline)?
    | END
    | BREAK
    | CONTINUE
    | DEFINE name
    | BLOCK name pipeline
    | TEMPLATE name pipeline?
    | pipeline
    )
    CLOSE
  ;

name : STRING | RAW_STRING ;

// Go takes a pipe behind the last command, too.
pipeline : declaration? command (PIPE command)* PIPE? ;

// Two variables are for `range` alone, and it takes a comma without `:=`, too: `range $x, $list` is `range $x := $list`.
declaration
  : VARIABLE (DECLARE | ASSIGN)
  | VARIABLE COMMA VARIABLE (DECLARE | ASSIGN)
  | VARIABLE COMMA
  ;

command : operand+ ;

operand
  : ( DOT
    | NIL
    | BOOL
    | NUMBER
    | COMPLEX
    | CHARACTER
    | STRING
    | RAW_STRING
    | FUNCTION
    | VARIABLE
    | FIELD
    | LEFT_PAREN pipeline RIGHT_PAREN
    )
    LINK*
  ;
