package dev.sayso.shared.page;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.propertyeditors.CustomBooleanEditor;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * How forms become records. A browser sends nothing of a box that is not ticked, or that
 * its page did not draw (HTML, 4.10.22.4): whoever reads it reads {@code false}. What no
 * page draws is left alone.
 */
@ControllerAdvice(annotations = Controller.class)
class FormBinding {

	@InitBinder
	void readLikeBrowsersWrite(WebDataBinder binder) {
		binder.registerCustomEditor(boolean.class, new LeftOutIsFalse());
		binder.setDeclarativeBinding(true);
		binder.setBindingErrorProcessor(new NoHalfForm());
	}

	/** Turns the words of a box into a boolean. */
	private static final class LeftOutIsFalse extends CustomBooleanEditor {

		LeftOutIsFalse() {
			super(true);
		}

		@Override
		public void setValue(@Nullable Object value) {
			super.setValue((value != null) ? value : Boolean.FALSE);
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
				throw new UnreadableFormException(cause);
			}
			super.processPropertyAccessException(cause, result);
		}

	}

}
