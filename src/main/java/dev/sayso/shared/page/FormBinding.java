package dev.sayso.shared.page;

import java.beans.PropertyEditorSupport;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.propertyeditors.CustomBooleanEditor;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.WebRequest;

/**
 * How forms become records. A browser sends nothing of a box that is not ticked, or that
 * its page did not draw (HTML, 4.10.22.4): whoever reads it reads {@code false}. What no
 * page draws is left alone.
 */
@ControllerAdvice
class FormBinding {

	/** How many rows a list may have: those with numbers of three digits. */
	static final int MOST_ROWS = 1000;

	@InitBinder
	void readLikeBrowsersWrite(WebDataBinder binder) {
		binder.registerCustomEditor(boolean.class, new LeftOutIsFalse());
		binder.setDeclarativeBinding(true);
		binder.setBindingErrorProcessor(new NoHalfForm());
	}

	/**
	 * In what a page edits, no text is null, and blanks around it go, except in a form
	 * with a password. An {@code int} is the version that the page was made of.
	 */
	@InitBinder({ "form", "force", "renamed" })
	void readTyped(WebDataBinder binder, WebRequest request) {
		Map<String, Class<?>> fields = fields(binder.getTargetType());
		binder.registerCustomEditor(String.class, new TypedText(!fields.containsKey("password")));
		binder.registerCustomEditor(int.class, new ShownVersion());
		if (!request.getParameterMap().keySet().stream().allMatch((name) -> isReadable(name, fields))) {
			throw new UnreadableForm(new IllegalArgumentException("a row without a number"));
		}
	}

	private static Map<String, Class<?>> fields(@Nullable ResolvableType form) {
		RecordComponent[] fields = (form != null) ? form.toClass().getRecordComponents() : null;
		return (fields == null) ? Map.of()
				: Arrays.stream(fields).collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
	}

	/**
	 * Whether Spring does not fail on the name of a field: rows have numbers, and what is
	 * named in a row has a word.
	 */
	private static boolean isReadable(String name, Map<String, Class<?>> fields) {
		Class<?> type = name.contains("[") ? fields.get(name.substring(0, name.indexOf('['))) : null;
		return type == null || name
			.matches((type == Map.class) ? "\\w+\\[[^\\[\\]]*]" : "\\w+\\[\\d{1,3}]([^\\[]*|\\.\\w+\\[\\w{1,40}])");
	}

	private static final class LeftOutIsFalse extends CustomBooleanEditor {

		LeftOutIsFalse() {
			super(true);
		}

		@Override
		public void setValue(@Nullable Object value) {
			super.setValue((value != null) ? value : Boolean.FALSE);
		}

	}

	/** Takes a text as it was meant; of several the first. */
	private static final class TypedText extends PropertyEditorSupport {

		private final boolean stripped;

		TypedText(boolean stripped) {
			this.stripped = stripped;
		}

		@Override
		public void setAsText(@Nullable String text) {
			setValue(text);
		}

		@Override
		public void setValue(@Nullable Object value) {
			Object first = (value instanceof String[] several && several.length > 0) ? several[0] : value;
			String text = (first != null) ? first.toString() : "";
			super.setValue(this.stripped ? text.strip() : text);
		}

	}

	/** Takes what is no version for one that nobody was shown. */
	private static final class ShownVersion extends PropertyEditorSupport {

		@Override
		public void setAsText(String text) {
			setValue(text.matches("\\d{1,9}") ? Integer.valueOf(text) : null);
		}

		@Override
		public void setValue(@Nullable Object value) {
			super.setValue((value != null) ? value : -1);
		}

	}

	/**
	 * A value that no page offers, in a hidden field or a list, leaves no record to go on
	 * with: the request is refused as a whole.
	 */
	private static final class NoHalfForm extends DefaultBindingErrorProcessor {

		@Override
		public void processPropertyAccessException(PropertyAccessException cause, BindingResult result) {
			if (result.getTarget() == null) {
				throw new UnreadableForm(cause);
			}
			super.processPropertyAccessException(cause, result);
		}

	}

	/** A form holds a value that its page did not offer. */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static final class UnreadableForm extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnreadableForm(Throwable cause) {
			super("a value that no page offers", cause);
		}

	}

}
