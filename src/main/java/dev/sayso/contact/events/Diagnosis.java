package dev.sayso.contact.events;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;

/**
 * What a diagnostic means, in the codes and words that carriers, mail systems and push
 * services use.
 */
final class Diagnosis {

	/**
	 * That the carrier or the messenger holds a stop: 21610 of Twilio, 40300 of Telnyx,
	 * 131050 of WhatsApp, or the same in words.
	 */
	private static final Pattern CARRIER_STOP = Pattern
		.compile("\\b(21610|40300|131050)\\b|unsubscribed recipient|opted[-_ ]?out|opt[-_ ]out"
				+ "|block(ed)? (by|due to) (the )?(recipient|user|subscriber|stop)|chosen to stop receiving"
				+ "|stop (message|keyword|request)", Pattern.CASE_INSENSITIVE);

	/**
	 * That there is no such mailbox: enhanced status codes about the address of the
	 * recipient (RFC 3463, 3.2; RFC 7505 for 5.1.10).
	 */
	private static final Pattern NO_MAILBOX = Pattern.compile("(?<![\\d.])5\\.1\\.(0|1|2|3|6|10)(?![\\d.])");

	/** That the app is no longer there, in the words of FCM, APNs and Web Push. */
	private static final Pattern NO_DEVICE = Pattern.compile(
			"unregistered|not ?registered|bad ?device ?token|\\b410\\b|\\bexpired ?token\\b", Pattern.CASE_INSENSITIVE);

	private Diagnosis() {
	}

	/**
	 * What a bounce is.
	 * @param hard what the sender says; null where it leaves that to the diagnostic
	 */
	static Kind bounce(Channel channel, @Nullable Boolean hard, @Nullable String diagnostic) {
		String told = (diagnostic != null) ? diagnostic : "";
		if ((channel == Channel.SMS || channel == Channel.WHATS_APP) && CARRIER_STOP.matcher(told).find()) {
			return Kind.CARRIER_STOP;
		}
		boolean gone = (hard != null) ? hard : switch (channel) {
			case EMAIL -> NO_MAILBOX.matcher(told).find();
			case PUSH -> NO_DEVICE.matcher(told).find();
			default -> false;
		};
		return gone ? Kind.HARD_BOUNCE : Kind.SOFT_BOUNCE;
	}

}
