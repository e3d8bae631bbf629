package dev.plimsoll.lsp.workspace;

/** Is told what becomes of analyses, on their thread. */
public interface AnalysisListener {

  /** An analysis begins. */
  void began(Root root, boolean isFirst);

  /**
   * An analysis is over.
   *
   * @param isCurrent whether no newer state is waiting
   */
  void ended(Analysed analysed, boolean isCurrent);

  /** We made a mistake; the last result stands. */
  void failed(Root root, Throwable bug);
}
