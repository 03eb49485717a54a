/**
 * Parley as a library: read a scenario, open a table, let negotiators or your own code play, keep the
 * record, and read what came of it. Everything exported here is pure: files, terminals and the clock
 * are the caller's.
 */

// What came of it.
export { frontierAt, leftOnTable, nashDeal } from './analysis/alternatives.ts';
export { backtest } from './analysis/backtest.ts';
export type {
  AnalysedAgreement,
  AnalysedDeal,
  AnalysedOffer,
  BargainingPosition,
} from './analysis/bargaining-position.ts';
export { analyse, analyseAs } from './analysis/bargaining-position.ts';
export { climatologyOf } from './analysis/climatology.ts';
export type { CoachPlan, CoachSummary, Judged } from './analysis/coach.ts';
export { coach, summaryOf } from './analysis/coach.ts';
export type { Decision } from './analysis/coach-decision.ts';
export { decisionsOf } from './analysis/coach-decision.ts';
export type { Score as CoachScore } from './analysis/coach-score.ts';
export { campaignScore } from './analysis/coach-score.ts';
export type { Label } from './analysis/coach-verdict.ts';
export { LABELS } from './analysis/coach-verdict.ts';
export type { Comparison } from './analysis/comparison.ts';
export { courseOf, courseWithin } from './analysis/course.ts';
export type {
  Debrief,
  DebriefedDeal,
  FollowedInstruction,
  PeopleAccount,
  TalksWithoutDeal,
} from './analysis/debrief.ts';
export { debrief, ENDINGS, OUTCOMES } from './analysis/debrief.ts';
export { parseExchangeRecord } from './analysis/exchange-record.ts';
export { lint } from './analysis/lint.ts';
export { payoffSheet } from './analysis/payoff-sheet.ts';
export type { PointNotation } from './analysis/point-file.ts';
export { parsePoints, pointNotation } from './analysis/point-file.ts';
export type {
  AgreedPoint,
  LabelledPoint,
  PointAnalysis,
  PointQuestion,
  PointSet,
} from './analysis/point-set.ts';
export { analysePoints } from './analysis/point-set.ts';
export { crps } from './analysis/score.ts';
export type { NeverMade } from './analysis/script/follow.ts';
export type { ScriptPlan } from './analysis/script/plan.ts';
export type { ScriptOutside } from './analysis/script/plan-of.ts';
export { planScript } from './analysis/script/plan-of.ts';
export type { ScriptPlayed } from './analysis/script/play.ts';
export { playScript } from './analysis/script/play.ts';
export type { ScriptVerdict } from './analysis/script/verdict.ts';
export type { Standings } from './analysis/standings.ts';
export { standings } from './analysis/standings.ts';
export type { StudyHead } from './analysis/study/head.ts';
export { headOf } from './analysis/study/head.ts';
export type { MetricFamily } from './analysis/study/metric.ts';
export { METRICS } from './analysis/study/metrics.ts';
export type { StudyPlan } from './analysis/study/plan.ts';
export { runCount } from './analysis/study/plan.ts';
export type { StudyOutside } from './analysis/study/plan-of.ts';
export { planStudy } from './analysis/study/plan-of.ts';
export { playerOf } from './analysis/study/play.ts';
export type { Summary } from './analysis/study/summary.ts';
export { Summariser } from './analysis/study/summary.ts';
export type { Pairing, Score } from './analysis/tournament.ts';
export { MEASURES, measured, pairings, scoreOf } from './analysis/tournament.ts';
// Bargaining: the frontier of deals or of any points, what theory names, backward induction.
export type { AlternatingOffers, Equilibrium } from './campaign/alternating-offers.ts';
export { subgamePerfect } from './campaign/alternating-offers.ts';
export type { Point, Solution, Solved } from './campaign/bargaining.ts';
export { distanceTo, leftBy, SOLUTIONS, solve, undominated } from './campaign/bargaining.ts';
// A campaign: what is held, what happens, what a party may know, what it is worth.
export type { Campaign, Exchange, Offer, Overture, Talks } from './campaign/campaign.ts';
export type { Counts, Deal } from './campaign/counts.ts';
export type { CampaignEvent, Move, MoveType, PartyEvent, WorldEvent } from './campaign/event.ts';
export { COVERAGES, isPartyEvent, MOVE_TYPES, PUBLICITY, WORLD_EVENT_TYPES } from './campaign/event.ts';
export type { Finding, Severity } from './campaign/finding.ts';
export type { Frontier } from './campaign/frontier.ts';
export { frontierOf } from './campaign/frontier.ts';
export type { Knowledge } from './campaign/knowledge.ts';
export { LAW } from './campaign/law.ts';
export type { LawRule } from './campaign/law-rule.ts';
export { unbeatenByLotteries } from './campaign/lotteries.ts';
export { mediatorsText, toldToMediator } from './campaign/mediation.ts';
export type { Valued } from './campaign/package.ts';
export type { Hidden, Parameters, Random } from './campaign/parameters.ts';
export type { Refusal, RefusalCode } from './campaign/refusal.ts';
export { REFUSALS } from './campaign/refusal.ts';
export { sampleWorld } from './campaign/sampled-world.ts';
export { drawHidden, settle } from './campaign/settle.ts';
export type { View } from './campaign/view.ts';
export { viewOf } from './campaign/view.ts';
export type { Valuation } from './campaign/worth.ts';
export { dealValue, reservation, valuationOf } from './campaign/worth.ts';
// Negotiators.
export type { Named } from './negotiators/index.ts';
export { NEGOTIATORS, parseNegotiator } from './negotiators/index.ts';
export type { Negotiator, NegotiatorKind, Parameter } from './negotiators/negotiator.ts';
export type { Continuation, Outcome, Policy } from './negotiators/rollout.ts';
export { playOn } from './negotiators/rollout.ts';
// Talks alone: alternating offers over any points, without days or a world.
export type {
  Answering,
  Ground,
  Place,
  Tactic,
  TalksEntry,
  TalksMove,
  TalksOutcome,
} from './negotiators/talks-alone.ts';
export { negotiate } from './negotiators/talks-alone.ts';
export { concedingInTime, returningConcessions, subgamePerfectTactic } from './negotiators/talks-tactics.ts';
// In words, as JSON, as a diagram.
export type { AnalysisResult } from './report/analysis-result.ts';
export { analysisResult } from './report/analysis-result-of.ts';
export { formatAnalysis, marksOf } from './report/analysis-text.ts';
export { formatBrief, formatPartyBrief } from './report/brief.ts';
export { formatCoachJson } from './report/coach-json.ts';
export type { CoachResult } from './report/coach-result.ts';
export { COACH_FORMAT } from './report/coach-result.ts';
export { coachResultOf } from './report/coach-result-of.ts';
export { formatCoach } from './report/coach-text.ts';
export { formatDebrief, outcomeLine } from './report/debrief-text.ts';
export { delegationPaper } from './report/delegation-paper.ts';
export type { DayStory } from './report/narrative.ts';
export { formatStory, storyLegend, storyOf, storyOpening } from './report/narrative.ts';
export { formatPaperHtml } from './report/paper-html.ts';
export { formatPaperMarkdown } from './report/paper-markdown.ts';
export { formatPaperText } from './report/paper-text.ts';
export type { Mark, Plane, PlaneSize } from './report/plane.ts';
export { drawPlane } from './report/plane.ts';
export type { Result } from './report/result.ts';
export { formatResult, RESULT_FORMAT } from './report/result.ts';
export { resultOf } from './report/result-of.ts';
export { sentenceOf } from './report/sentence.ts';
export { formatChartJson, formatMermaid } from './report/statechart.ts';
export type { FigureChanges } from './scenario/change.ts';
// A scenario, from text.
export type { Claim, Figure, FigureKind, Range } from './scenario/figure.ts';
export { figureKind, formatFigure, isRange } from './scenario/figure.ts';
export { figuresOf } from './scenario/figures.ts';
export { formatJsonSchema } from './scenario/json-schema.ts';
export type { ScenarioDraft } from './scenario/parse.ts';
export { draftScenario, LARGEST_SCENARIO, parseScenario } from './scenario/parse.ts';
export type { Parsed, Problem } from './scenario/problem.ts';
export { formatProblem } from './scenario/problem.ts';
export type { OutsideChecks, ScenarioTexts } from './scenario/references.ts';
export { scaffold } from './scenario/scaffold.ts';
export type {
  CaptureRate,
  Effect,
  Group,
  Inject,
  Instruction,
  Mediator,
  Occasion,
  Party,
  PartyIndex,
  PerParty,
  Scenario,
  ScheduledCapture,
  Source,
  Standing,
} from './scenario/scenario.ts';
export { dateOf, daysBetween, other, PARTIES, STANDINGS } from './scenario/scenario.ts';
export { readScript } from './scenario/script-file.ts';
export { readStudy } from './scenario/study-file.ts';
// The statechart and its two runners.
export { campaignChart } from './statechart/campaign.ts';
export { campaignMachine, resumeCampaign, startCampaign } from './statechart/chart.ts';
export { resumeCompiled, startCompiled } from './statechart/compiled.ts';
export type { StateConfig, StateValue } from './statechart/config.ts';
export type { LegalMove } from './statechart/legal.ts';
export { legalMoves } from './statechart/legal.ts';
export type { Position, Runner } from './statechart/position.ts';
export { bandOf, phaseOf, refuse } from './statechart/position.ts';
export { samplePosition } from './statechart/sampled-position.ts';
// The table, and its record.
export type { CampaignRecord, Entry, RecordHeader } from './table/record.ts';
export { ENGINE, RECORD_FORMAT, scenarioDigest } from './table/record.ts';
export type { ReadRecord, RecordWriter } from './table/record-text.ts';
export { formatRecord, parseRecord, parseRecordHeader, recordWriter } from './table/record-text.ts';
export type { Replay } from './table/replay.ts';
export { cutAfter, replay } from './table/replay.ts';
export { type Run, runCampaign } from './table/run.ts';
export type { OutsideSeat, Scribe, Seat, Sitting, Table } from './table/table.ts';
export { openTable, outsideSeat, resumeTable } from './table/table.ts';
