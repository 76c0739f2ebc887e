package dev.sayso.mail;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says: plain sentences, from which its text and its HTML are made.
 */
public record MailContent(String subject, List<Part> parts) {

	/** How a part looks. */
	public enum Look {

		PARAGRAPH, ITEM, BUTTON, LINK

	}

	/**
	 * @param url where a button or a link leads; null for the others
	 */
	public record Part(Look look, String text, @Nullable String url) {

		public static Part paragraph(String text) {
			return new Part(Look.PARAGRAPH, text, null);
		}

		public static Part item(String text) {
			return new Part(Look.ITEM, text, null);
		}

		public static Part button(String text, String url) {
			return new Part(Look.BUTTON, text, url);
		}

		public static Part link(String text, String url) {
			return new Part(Look.LINK, text, url);
		}

	}

	/** The plain text of the mail. */
	String text() {
		StringBuilder text = new StringBuilder();
		for (Part part : this.parts) {
			switch (part.look()) {
				case PARAGRAPH -> text.append(part.text()).append("\n\n");
				case ITEM -> text.append("– ").append(part.text()).append('\n');
				case BUTTON, LINK -> text.append(part.text()).append(":\n").append(part.url()).append("\n\n");
			}
		}
		return text.toString().strip() + "\n";
	}

}
