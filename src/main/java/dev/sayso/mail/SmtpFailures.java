package dev.sayso.mail;

import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure on the way to the server, or its reply (RFC 5321, 4.2), means for the
 * mail.
 */
final class SmtpFailures {

	/** A reply's code and the enhanced one (RFC 3463) behind it. */
	private static final Pattern CODE = Pattern.compile("\\b([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3}))?");

	private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

	private static final int LONGEST = 300;

	private SmtpFailures() {
	}

	/** No line to the server, or none that it lets us use. */
	static Handover away(MessagingException failure) {
		String fault = "connect";
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof AuthenticationFailedException) {
				fault = "auth";
			}
			else if (cause instanceof UnknownHostException) {
				fault = "dns";
			}
			else if (cause instanceof SSLException) {
				fault = "tls";
			}
		}
		String said = String.valueOf(failure.getMessage());
		return new Handover(Handover.Result.AWAY, said.contains("STARTTLS") ? "starttls" : fault,
				fault.equals("auth") ? detail(said) : "");
	}

	/**
	 * What came of a mail whose sending failed.
	 * @param begun whether its text may be with the server
	 */
	static Handover refusal(MessagingException failure, boolean begun) {
		for (@Nullable
		Exception cause = failure; cause != null; cause = next(cause)) {
			int code = code(cause);
			if (code >= 400) {
				Handover.Result result = (code >= 500) ? Handover.Result.REFUSED : Handover.Result.LATER;
				return new Handover(result, (code >= 500) ? "refused" : "later",
						detail(String.valueOf(cause.getMessage())));
			}
		}
		return begun ? new Handover(Handover.Result.UNSURE, "broken", "")
				: new Handover(Handover.Result.LATER, "line", "");
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	private static int code(Exception failure) {
		if (failure instanceof SMTPSendFailedException send) {
			return send.getReturnCode();
		}
		if (failure instanceof SMTPSenderFailedException sender) {
			return sender.getReturnCode();
		}
		return (failure instanceof SMTPAddressFailedException address) ? address.getReturnCode() : 0;
	}

	/** What a server said, from its code on, without the addresses in it. */
	static String detail(String said) {
		Matcher code = CODE.matcher(said);
		String from = code.find() ? said.substring(code.start()) : said;
		String plain = ADDRESS.matcher(MailServer.line(from)).replaceAll("…");
		return plain.substring(0, Math.min(LONGEST, plain.length()));
	}

}
