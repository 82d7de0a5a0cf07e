package dev.xenvendor.report.html;

import dev.xenvendor.report.format.RepeatedOptions;

/**
 * A part of the page that shows one result.
 *
 * @param id its anchor
 * @param title its heading, and its entry in the table of contents
 * @param summary its first sentence
 * @param template the template of its content
 */
public record HtmlSection(String id, String title, String summary, String template, Fields fields) {

  String content(RepeatedOptions repeated) {
    return Templates.fill(template, fields, repeated);
  }
}
