package dev.sayso.landing.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.HiddenHttpMethodFilter;

import dev.sayso.shared.SlowBodyException;

/**
 * A request to a public page, without control characters in what a client tells of
 * itself, for which a firewall would refuse the whole, and of no other method than it
 * came with. A form is read whatever is wrong with it, and whatever type it has, as the
 * container does not.
 */
public final class LenientRequest extends HttpServletRequestWrapper {

	/** How much of a form is taken, in bytes. */
	private static final int MOST = 256 * 1024;

	/** How much more is read and forgotten, lest the answer is cut off with it. */
	private static final int REST = 16 * 1024 * 1024;

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cn}]");

	private @Nullable MultiValueMap<String, String> form;

	private boolean tooLarge;

	private boolean slow;

	public LenientRequest(HttpServletRequest request) {
		super(request);
	}

	public boolean isTooLarge() {
		form();
		return this.tooLarge;
	}

	/** Whether it came so slowly that nobody waits for the rest of it. */
	public boolean isSlow() {
		form();
		return this.slow;
	}

	/**
	 * Whether a service for mail unsubscribes somebody; what more it sends is overlooked.
	 */
	public boolean isOneClick() {
		if (!form().containsKey(LenientForm.ONE_CLICK)) {
			return false;
		}
		try {
			byte[] buffer = new byte[8192];
			for (int left = REST; left > 0 && getInputStream().read(buffer) >= 0;) {
				left -= buffer.length;
			}
		}
		catch (IOException ex) {
			// hung up: what it meant is known
		}
		return true;
	}

	/**
	 * Whether it is a form by its type or by what is in it: anything else would read as a
	 * form that was left empty.
	 * @param names whether a field of this name is one of a form
	 */
	public boolean isForm(Predicate<String> names) {
		String type = super.getContentType();
		boolean encoded = type == null || type.isBlank()
				|| type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
		return encoded || Stream.concat(form().keySet().stream(), containersNames()).anyMatch(names);
	}

	/**
	 * All that was sent, the values of fields first: a body that is no form reads as the
	 * name of an empty field.
	 */
	public Stream<String> texts() {
		return Stream
			.of(form().values().stream().flatMap(List::stream), containersNames().map(this::containersParameter),
					form().keySet().stream())
			.flatMap((texts) -> texts)
			.filter((text) -> text != null && !text.isBlank());
	}

	@Override
	public @Nullable String getHeader(String name) {
		String value = super.getHeader(name);
		return (value != null) ? CONTROLS.matcher(value).replaceAll(" ") : null;
	}

	/** None, so that nobody takes the body apart once more. */
	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public @Nullable String getParameter(String name) {
		if (name.equals(HiddenHttpMethodFilter.DEFAULT_METHOD_PARAM)) {
			return null;
		}
		String value = form().getFirst(name);
		return (value != null) ? value : containersParameter(name);
	}

	/**
	 * Of what was read before this request came here; nothing where the container refuses
	 * how the address is encoded.
	 */
	private @Nullable String containersParameter(String name) {
		try {
			return super.getParameter(name);
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	private Stream<String> containersNames() {
		try {
			return Collections.list(super.getParameterNames()).stream();
		}
		catch (IllegalStateException ex) {
			return Stream.empty();
		}
	}

	private MultiValueMap<String, String> form() {
		if (this.form == null) {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			boolean whole = read(body);
			this.tooLarge = body.size() > MOST;
			this.form = LenientForm.of(super.getContentType(), getQueryString(), body.toByteArray(), whole);
		}
		return this.form;
	}

	/** What was given up is not asked for again: the answer would be lost with it. */
	private boolean read(ByteArrayOutputStream body) {
		if (SlowBodyException.ended(this)) {
			return false;
		}
		byte[] buffer = new byte[8192];
		try {
			int read = 0;
			while (read >= 0 && body.size() <= MOST) {
				body.write(buffer, 0, read);
				read = getInputStream().read(buffer);
			}
			return read < 0;
		}
		catch (SlowBodyException ex) {
			this.slow = true;
			return false;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
