import type * as id from '../../id/desk/figures.ts'

export const figures: typeof id.figures = {
  title: 'How it is counted',
  lead: 'Every figure here has a written meaning, and is the same on every page. Anybody can count it again from the records of the reports.',
  rules: [
    'A report counts in the month in which it arrived. Closing old reports changes no other month.',
    'A report counts with the agency that it was given to last, and with all above it. Returning it does not take it off the count until somebody else takes it. A promise that was kept or missed stays with whoever had the report then.',
    'Promises are counted by the first due date, and reports under the class and category that were promised first. Extensions and changes of class do not help.',
    'Closed without a word of the reporter is never counted as a success.',
    'Reports that a government wrote down and then answered itself are part of no share.',
    'Reports that their reporter took back, or that were joined with another, are part of no share of promises, unless their day had passed before.',
    'Office hours: 08.00 to 16.00 WIB on national working days, since the report arrived.',
  ],
  base: 'Out of',
  hint: 'Median: half of the reports were faster. p90: nine of ten were faster. Both are rounded up to the next hour or working day.',
  yardstick: 'To compare: Surabaya gives its first answer with a median of 8 office hours and a p90 of 26.7.',
  ratios: {
    answeredOnTime: {
      name: 'Answered on time',
      means: 'The first answer came by its first due date.',
      of: 'Reports that were answered or whose due date has passed.',
    },
    settledOnTime: {
      name: 'Settled on time',
      means:
        'Said to be done by the first due date, or by the last day of the law when that is earlier, and the reporter says so too.',
      of: 'Reports that were closed, or whose due date has passed without their being done. Those closed in silence are among them. Those that wait for their reporter are not counted yet.',
    },
    confirmed: {
      name: 'Confirmed by the reporter',
      means: 'The reporter said that it is done.',
      of: 'Reports that the agency ever said were done.',
    },
    lapsed: {
      name: 'Without confirmation',
      means: 'Closed after ten working days of silence. Not a success.',
      of: 'Reports that the agency ever said were done.',
    },
    disputed: {
      name: 'Disputed',
      means: 'The reporter said at least once that it is not done.',
      of: 'Reports that the agency ever said were done.',
    },
    returns: {
      name: 'Returns per report',
      means: 'How often reports were returned as not the agency’s authority.',
      of: 'Reports that the agency ever held.',
    },
    reclassified: {
      name: 'Reclassified per report',
      means: 'How often class or oversight was changed after the report was forwarded.',
      of: 'Reports that the agency ever held.',
    },
    archived: {
      name: 'Archived',
      means: 'Ended by an operator for one specific reason. Each reason is counted by itself.',
      of: 'Reports that arrived and were not written down by the government itself.',
    },
    rating: {
      name: 'Rating',
      means: 'The mean of the stars of reporters who rated. Silence is never a rating.',
      of: 'Reports that were rated.',
    },
    responded: {
      name: 'Gave a rating',
      means: 'The reporter gave one to five stars.',
      of: 'Reports that were closed.',
    },
  },
  durations: {
    answerMedian: {
      name: 'First answer, office hours (median)',
      means: 'Office hours from arrival to the first answer.',
      of: 'Reports that were answered.',
    },
    answerP90: {
      name: 'First answer, office hours (p90)',
      means: 'Office hours from arrival to the first answer.',
      of: 'Reports that were answered.',
    },
    endMedian: {
      name: 'Until the end, office hours (median)',
      means: 'Office hours from arrival until it was closed, with a word of the reporter or without.',
      of: 'Reports that were closed; none that were archived.',
    },
    endP90: {
      name: 'Until the end, office hours (p90)',
      means: 'Office hours from arrival until it was closed, with a word of the reporter or without.',
      of: 'Reports that were closed; none that were archived.',
    },
  },
}
