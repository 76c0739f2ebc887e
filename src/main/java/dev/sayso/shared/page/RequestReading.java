package dev.sayso.shared.page;

import java.text.ParseException;
import java.time.LocalDate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.datetime.standard.Jsr310DateTimeFormatAnnotationFormatterFactory;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sayso.shared.ApiPath;

/**
 * How requests are taken apart, so that what a client sends wrongly is found where it can
 * be told.
 */
@Configuration(proxyBeanMethods = false)
class RequestReading implements WebMvcConfigurer {

	/**
	 * Takes forms with files apart; nothing of the API is one, and who answers an error
	 * reads no body.
	 */
	@Bean
	StandardServletMultipartResolver multipartResolver() {
		return new StandardServletMultipartResolver() {
			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return request.getDispatcherType() != DispatcherType.ERROR && !ApiPath.matches(request.getRequestURI())
						&& super.isMultipart(request);
			}
		};
	}

	/**
	 * Lets the lists of a form have as many rows as an offer may have texts, and more.
	 */
	@Bean
	ConfigurableWebBindingInitializer bindingInitializer(
			@Qualifier("mvcConversionService") ConversionService mvcConversionService,
			@Qualifier("mvcValidator") Validator mvcValidator) {
		ConfigurableWebBindingInitializer initializer = new ConfigurableWebBindingInitializer() {
			@Override
			public void initBinder(WebDataBinder binder) {
				binder.setAutoGrowCollectionLimit(FormBinding.MOST_ROWS);
				super.initBinder(binder);
			}
		};
		initializer.setConversionService(mvcConversionService);
		initializer.setValidator(mvcValidator);
		return initializer;
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatterForFieldAnnotation(new CountableDates());
	}

	/** Reads days of years that the stores and calendars can count. */
	private static final class CountableDates extends Jsr310DateTimeFormatAnnotationFormatterFactory {

		@Override
		public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
			Parser<?> parser = super.getParser(annotation, type);
			return (text, locale) -> {
				Object date = parser.parse(text, locale);
				if (date instanceof LocalDate day && (day.getYear() < 1 || day.getYear() > 9999)) {
					throw new ParseException("a year of four digits is expected", 0);
				}
				return date;
			};
		}

	}

}
