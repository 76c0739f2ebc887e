package dev.sayso.mail;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a test mail goes.
 */
record MailTestForm(@Size(max = 254, message = "{mail.fault.address}") @Pattern(regexp = "[^@\\s]+@[^@\\s]+",
		message = "{mail.fault.address}") String address) {

}
