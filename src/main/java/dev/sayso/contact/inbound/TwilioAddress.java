package dev.sayso.contact.inbound;

import dev.sayso.shared.Channel;

/**
 * Who sent a message by Twilio, or whom it is for: a number, which WhatsApp puts a scheme
 * before.
 */
public record TwilioAddress(Channel channel, String number) {

	private static final String WHATS_APP = "whatsapp:";

	/**
	 * Reads the address as Twilio posts it.
	 * @param usual the channel of a number without a scheme
	 */
	public static TwilioAddress parse(String address, Channel usual) {
		return address.startsWith(WHATS_APP)
				? new TwilioAddress(Channel.WHATS_APP, address.substring(WHATS_APP.length()))
				: new TwilioAddress(usual, address);
	}

}
