package dev.plimsoll.lsp.feature;

import java.util.List;
import org.eclipse.lsp4j.DocumentLink;

/** The files that a document names, to be opened with a click. */
public final class LinkFeature {

  private final Context context;

  public LinkFeature(Context context) {
    this.context = context;
  }

  public List<DocumentLink> all() {
    return new PathLinks(context)
        .all().stream()
            .map(link ->
                new DocumentLink(
                    context.adapter().range(link.place()), context.addresses().uri(link.file())))
            .toList();
  }
}
