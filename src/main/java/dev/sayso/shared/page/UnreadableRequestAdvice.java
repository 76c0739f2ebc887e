package dev.sayso.shared.page;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the console says to a request that no page of it sends: fields that are missing,
 * or of the wrong kind. What was sent is neither shown nor logged.
 */
@ControllerAdvice(annotations = ConsolePage.class)
class UnreadableRequestAdvice {

	@ExceptionHandler({ FormBinding.UnreadableForm.class, BindException.class, ServletRequestBindingException.class,
			MissingServletRequestPartException.class, MethodArgumentTypeMismatchException.class,
			HandlerMethodValidationException.class, HttpMediaTypeException.class })
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	ModelAndView unreadable() {
		return new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
	}

}
