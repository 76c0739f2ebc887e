package dev.sayso.consent;

import java.util.Arrays;
import java.util.Optional;

import dev.sayso.shared.Channel;

/**
 * Where a say was said by a message and not on a page: the source that the ledger keeps
 * names the kind of message and who brought it, such as <em>SMS · Our gateway</em>.
 */
public enum SourceMessage {

	SMS(Channel.SMS, "SMS"), WHATS_APP(Channel.WHATS_APP, "WhatsApp"), EMAIL(Channel.EMAIL, "E-mail"),
	PUSH(Channel.PUSH, "Push"), CALL(Channel.CALL, "Call"), FAX(Channel.FAX, "Fax"), POST(Channel.POSTAL_MAIL, "Post");

	private static final String BETWEEN = " · ";

	private final Channel channel;

	private final String label;

	SourceMessage(Channel channel, String label) {
		this.channel = channel;
		this.label = label;
	}

	/**
	 * The source that is kept.
	 * @param connector the name of what brought the message
	 */
	public static String of(Channel channel, String connector) {
		return Arrays.stream(values()).filter((message) -> message.channel == channel).findFirst().orElseThrow().label
				+ BETWEEN + connector;
	}

	/** Whether a source is a message; else it is a page. */
	public static boolean isMessage(String source) {
		return find(source).isPresent();
	}

	private static Optional<SourceMessage> find(String source) {
		return Arrays.stream(values()).filter((message) -> source.startsWith(message.label + BETWEEN)).findFirst();
	}

}
